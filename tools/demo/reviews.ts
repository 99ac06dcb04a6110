import {
  closeReview,
  conveneReview,
  giveOpinion,
  issueNotice,
  recordWrittenOpinion,
} from '#libs/contracts/projects.js';
import type { Client } from '#libs/client/client.js';
import { inParallel } from './stage.js';
import type { Stage } from './stage.js';

interface Meeting {
  stage: Stage;
  guide: Client;
  caseId: string;
  fileId: string;
}

/** Convened, an opinion for every item by every invited department, closed, and the one requirements notice (R46–R48). */
export async function review({ stage, guide, caseId, fileId }: Meeting) {
  const opinionsDueOn = await dayAhead(stage, 7);
  const meeting = await guide.call(conveneReview, { caseId, opinionsDueOn, place: '市政务服务中心第三会议室' });
  const reviewId = meeting.id;
  await stage.pass(2);
  await inParallel(meeting.invited, 4, async ({ departmentCode, itemCodes }) => {
    for (const itemCode of itemCodes) {
      const opinion = { caseId, reviewId, itemCode, opinion: 'meets', text: '符合办理条件,无异议。' } as const;
      // A provincial body does not come to the meeting: it writes.
      if (departmentCode.startsWith('SD-'))
        await guide.call(recordWrittenOpinion, { ...opinion, departmentCode, fileId });
      else await (await stage.reviewer(departmentCode)).call(giveOpinion, opinion);
    }
  });
  const attendance = meeting.invited.map(({ departmentName }) => `${departmentName} 代表`);
  await guide.call(closeReview, {
    caseId,
    reviewId,
    minutes: '各部门对项目所涉事项逐项提出意见,一致同意。',
    attendance,
  });
  const notice = await guide.call(issueNotice, { caseId });
  return { departments: meeting.invited.length, notice };
}

async function dayAhead(stage: Stage, days: number): Promise<string> {
  const date = new Date((await stage.now()).getTime() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(date);
}
