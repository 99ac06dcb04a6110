import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Instant, Text, Version } from '../values.js';

/** A question of the unit to its agents and what both said after it 咨询 (R78, R125). */
export const Consultation = z
  .object({
    id: Id,
    version: Version,
    question: z.string(),
    askedBy: z.string(),
    askedAt: Instant,
    /** `open`: the unit spoke last and waits for an answer. */
    state: z.enum(['open', 'answered']),
    answers: z.array(
      z.object({ id: Id, by: z.enum(['agent', 'unit']), name: z.string(), text: z.string(), at: Instant }),
    ),
  })
  .meta({ id: 'Consultation' });

const caseId = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';

export const ask = command('projects.ask', {
  http: ['POST', '/cases/:caseId/consultations'],
  key: 'caseId',
  permission: 'consultation:ask',
  title: ['咨询帮代办人员', 'Ask my agent'],
  input: z.object({ caseId: Id, question: Text(1000) }),
  output: Consultation,
  errors: ['case_not_found', 'case_state'],
  example: { caseId, question: '施工许可证申报前还需要准备哪些材料?' },
});

/** By either side: an agent's words answer the thread, the unit's open it again. */
export const answerConsultation = command('projects.answer-consultation', {
  http: ['POST', '/cases/:caseId/consultations/:consultationId/answers'],
  key: 'caseId',
  permission: 'consultation:answer',
  title: ['答复或继续咨询', 'Answer a question or go on asking'],
  input: z.object({ caseId: Id, consultationId: Id, text: Text(2000) }),
  output: Consultation,
  errors: ['case_not_found', 'consultation_not_found'],
  example: { caseId, consultationId: caseId, text: '还需图审合格书和施工合同,我们今天下午上门协助整理。' },
});

export const listConsultations = query('projects.list-consultations', {
  http: ['GET', '/cases/:caseId/consultations'],
  permission: 'case:read',
  title: ['查看咨询记录', 'Consultations of a case'],
  input: z.object({ caseId: Id }),
  /** `waitingForAgent` + `waitingForUnit` = all: whoever did not speak last has something to read. */
  output: z.object({ items: z.array(Consultation), waitingForAgent: z.int(), waitingForUnit: z.int() }),
  errors: ['case_not_found'],
  example: { caseId },
});
