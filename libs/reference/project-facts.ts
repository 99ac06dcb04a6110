// The facts of a project that decide which items it needs: what to ask, and what each answer means (R141).

interface Fact {
  question: string;
  /** The possible answers as recorded (`true`, `report_form`) and what each says of the project. */
  answers: Readonly<Record<string, string>>;
}

const yesNo = (question: string, yes: string, no: string): Fact => ({ question, answers: { true: yes, false: no } });
const utility = (name: string) => yesNo(`是否需要${name}?`, `需要${name}`, `不需要${name}`);

export const PROJECT_FACTS = {
  funding: {
    question: '项目由政府投资还是企业投资?',
    answers: {
      enterprise: '企业投资',
      government: '政府投资',
      county: '县级政府投资',
      city: '市级政府投资',
      province: '省级政府投资',
    },
  },
  approval_catalogue: {
    question: '是否列入政府核准的投资项目目录,由哪一级核准?',
    answers: {
      none: '未列入政府核准的投资项目目录',
      county: '列入核准目录(县级核准)',
      city: '列入核准目录(市级核准)',
      province: '列入核准目录(省级核准)',
    },
  },
  land: {
    question: '土地以何种方式取得(出让、划拨、全部使用既有用地)?既有用地凭证是否已核验?',
    answers: { granted: '土地以出让方式取得', allocated: '土地以划拨方式取得', existing: '全部使用既有用地' },
  },
  new_construction_land: yesNo('是否涉及新增建设用地?', '涉及新增建设用地', '不涉及新增建设用地'),
  overlay_minerals: yesNo('是否压覆重要矿产资源?', '位于重要矿产资源分布区', '不压覆重要矿产资源'),
  forest: yesNo('是否占用林地?', '占用林地', '不占用林地'),
  relics: yesNo('是否涉及文物保护或须先行考古?', '涉及文物保护或考古', '不涉及文物'),
  design_scheme: {
    question: '设计方案如何确定?',
    answers: {
      reviewed: '设计方案须经联合审查',
      with_land: '带方案出让,设计方案已随土地确定',
      renewal: '不新增用地的改造,方案由联合审查代替',
    },
  },
  civil_air_defence: yesNo(
    '是否有应建防空地下室的民用建筑?',
    '有应建防空地下室的民用建筑',
    '没有应建防空地下室的民用建筑',
  ),
  over_limit_high_rise: yesNo('是否为超限高层建筑?', '属于超限高层建筑', '不是超限高层建筑'),
  green_space: yesNo('是否占用城市绿地或砍伐、移植树木?', '涉及城市绿地或树木', '不涉及城市绿地、树木'),
  major_seismic: yesNo(
    '是否为重大工程或可能产生严重次生灾害?',
    '属于须审定抗震设防要求的重大工程',
    '不是须审定抗震设防要求的重大工程',
  ),
  special_fire: yesNo('是否为消防法规定的特殊建设工程?', '属于特殊建设工程', '不是特殊建设工程,消防备案在D06内'),
  lightning_special: yesNo(
    '是否为油库、气库、弹药库、化学品仓库或爆炸危险环境?',
    '属于须单独办理防雷手续的特定场所',
    '不是防雷特定场所,防雷并入施工图审查',
  ),
  spoil: yesNo('是否外运建筑垃圾(渣土)?', '产生须外运的建筑垃圾', '不外运建筑垃圾'),
  road_occupation: yesNo('是否占用、挖掘城市道路?', '占用、挖掘城市道路', '不占用、挖掘城市道路'),
  pipe_relocation: yesNo('是否拆改、迁移供水排水设施?', '拆改、迁移供水排水设施', '不拆改供水排水设施'),
  highway_works: yesNo('是否在公路或其建筑控制区内施工?', '在公路或其建筑控制区内施工', '不涉及公路'),
  hoisting_machinery: yesNo(
    '起重机械使用登记是否由项目单位办理?',
    '使用登记由项目单位办理',
    '使用登记由施工单位在安装验收后办理',
  ),
  sewer_discharge: yesNo('污水是否排入城镇排水管网?', '污水排入城镇排水管网', '污水不排入城镇排水管网或不须排水许可'),
  energy_review: yesNo(
    '年综合能耗(吨标准煤)和年用电量(万千瓦时)各是多少?',
    '能耗达到节能审查标准',
    '能耗低于节能审查标准',
  ),
  eia_class: {
    question: '按环评名录属于哪一类(报告书、报告表、登记表、不纳入)?',
    answers: {
      report_book: '环评类别为报告书',
      report_form: '环评类别为报告表',
      registration: '环评类别为登记表',
      exempt: '不纳入环评管理',
    },
  },
  soil_water: {
    question: '占地多少公顷、挖填土石方多少立方米?',
    answers: {
      report_book: '须编水土保持方案报告书',
      report_form: '须编水土保持方案报告表',
      exempt: '占地和土石方低于标准,免办水土保持',
    },
  },
  water_abstraction: yesNo('是否直接取用地表水或地下水?', '直接取用地表水或地下水', '不直接取水'),
  flood_area: yesNo('是否位于洪泛区、河道管理范围或水文监测环境内?', '位于洪水影响评价范围', '不在洪水影响评价范围'),
  hazardous_chemicals: yesNo('是否生产、储存危险化学品?', '生产、储存危险化学品', '不涉及危险化学品'),
  discharge_permit: {
    question: '按排污许可名录实行哪种管理(重点、简化、登记)?',
    answers: {
      key: '实行排污许可重点管理',
      simplified: '实行排污许可简化管理',
      registration: '实行排污登记管理,网上登记即可,不办证',
    },
  },
  medical_institution: yesNo('是否设置医疗机构?', '设置医疗机构', '不设置医疗机构'),
  radiology: yesNo('是否含放射诊疗?', '含放射诊疗', '不含放射诊疗'),
  private_school: yesNo('是否由社会力量办学?', '社会力量办学', '不是社会力量办学'),
  real_estate_sale: yesNo('是否为销售而开发房地产?', '为销售而开发房地产', '不对外销售'),
  social_risk: yesNo('是否须做社会稳定风险评估?', '须做社会稳定风险评估', '不须做社会稳定风险评估'),
  water_supply: utility('供水报装'),
  drainage: utility('排水接入'),
  power_supply: utility('高压供电'),
  gas: utility('燃气'),
  heating: utility('集中供热'),
  telecom: utility('通信接入'),
  cable_tv: utility('广播电视接入'),
} as const satisfies Record<string, Fact>;

/** A fact that decides whether items are needed. */
export type FactName = keyof typeof PROJECT_FACTS;
