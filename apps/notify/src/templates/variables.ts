/** Every variable a template can use: what it says, and the characters its value is cut to. */
export const VARIABLES = {
  projectName: { title: '项目名称', maxLength: 40 },
  caseNumber: { title: '帮代办编号', maxLength: 24 },
  itemCount: { title: '委托事项数', maxLength: 3 },
  noticeNumber: { title: '告知书编号', maxLength: 30 },
  validTo: { title: '有效期至', maxLength: 11 },
  institutionName: { title: '帮代办机构', maxLength: 30 },
  agentName: { title: '帮代办人员姓名', maxLength: 20 },
  itemName: { title: '事项名称', maxLength: 40 },
  acceptedOn: { title: '受理日期', maxLength: 11 },
  materialCount: { title: '补正材料数', maxLength: 3 },
  dueOn: { title: '期限', maxLength: 11 },
  clockName: { title: '期限种类', maxLength: 10 },
  remaining: { title: '剩余时间', maxLength: 14 },
  result: { title: '办理结果', maxLength: 10 },
  documentNumber: { title: '文号', maxLength: 40 },
  ending: { title: '失效情形', maxLength: 6 },
} as const;
export type VariableName = keyof typeof VARIABLES;

/** What is known of every event: its case. */
export const CASE_VARIABLES = ['projectName', 'caseNumber'] as const satisfies readonly VariableName[];
