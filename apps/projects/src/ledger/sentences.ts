import { factName } from '#libs/contracts/define.js';
import type { Fact, FactType, Stream } from '#libs/contracts/define.js';
import * as streams from '#libs/contracts/facts.js';
import { agentSentences, assignmentSentences, institutionSentences, routingSentences } from './sentences/agents.js';
import {
  approvalSentences,
  itemPlanSentences,
  milestoneSentences,
  preApprovalSentences,
  roadmapSentences,
} from './sentences/approvals.js';
import { messageSentences } from './sentences/notify.js';
import { caseSentences, projectSentences, unitSentences } from './sentences/projects.js';
import type { Sentences, Wording } from './wording.js';

type Sentence = (data: never, say: Wording) => string;

function told<S extends Stream>({ topic, types }: S, sentences: Sentences<S>): [string, Sentence][] {
  const named = Object.keys(types) as FactType<S>[];
  return named.map((type) => [factName(topic, type), sentences[type]]);
}

const SENTENCES = new Map<string, Sentence>([
  ...told(streams.unitEvents, unitSentences),
  ...told(streams.projectEvents, projectSentences),
  ...told(streams.caseEvents, caseSentences),
  ...told(streams.institutionEvents, institutionSentences),
  ...told(streams.agentEvents, agentSentences),
  ...told(streams.routingEvents, routingSentences),
  ...told(streams.assignmentEvents, assignmentSentences),
  ...told(streams.itemPlanEvents, itemPlanSentences),
  ...told(streams.roadmapEvents, roadmapSentences),
  ...told(streams.approvalEvents, approvalSentences),
  ...told(streams.preApprovalEvents, preApprovalSentences),
  ...told(streams.milestoneEvents, milestoneSentences),
  ...told(streams.messageEvents, messageSentences),
]);

export const factsWithSentence = (): string[] => [...SENTENCES.keys()];

/** A fact as a sentence a mayor understands. Throws for a fact type without one. */
export function sentenceOf({ type, data }: Pick<Fact, 'type' | 'data'>, say: Wording): string {
  const sentence = SENTENCES.get(type);
  if (!sentence) throw new Error(`the ledger has no sentence for the fact ${type}`);
  return sentence(data as never, say);
}
