import type { Operation } from '#libs/contracts/define.js';
import {
  ask,
  closeReview,
  confirmApplication,
  conveneReview,
  draftAgreement,
  editProject,
  endMandate,
  fileSignedAgreement,
  giveOpinion,
  grantMandate,
  issueNotice,
  lendOriginal,
  publishProgress,
  recordTrip,
  recordVisit,
  recordWrittenOpinion,
  registerDocument,
  requestClosure,
  returnOriginal,
  signAgreement,
  terminateCase,
  writeLedgerLine,
  writeNote,
} from '#libs/contracts/projects.js';
import { may } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import { isSigned } from '../agreements/agreement.entity.js';
import { mayPublish, ofInstitution } from '../cases/access.js';
import { invitations } from '../joint-reviews/review-items.js';
import { openEntrusted } from './items.js';
import type { Picture } from './picture.js';

type When = (picture: Picture, reader: Principal) => boolean;

const running: When = ({ found }) => found.state === 'applied' || found.state === 'active';
const active: When = ({ found }) => found.state === 'active';
const served: When = (picture, reader) => running(picture, reader) || picture.found.state === 'closing';
const notEnded: When = ({ found }) => found.state !== 'draft' && found.state !== 'terminated';
const first: When = ({ found }, reader) => ofInstitution(reader, found.firstInstitutionId);
const handles: When = (picture, reader) =>
  first(picture, reader) || ofInstitution(reader, picture.progress.currentInstitutionId);
const planned: When = ({ progress }) => progress.planVersion !== null;
const openReview = ({ reviews }: Picture) => reviews.find(({ closedOn }) => closedOn === null);

const toSign: When = ({ agreements }, { kind }) => {
  const newest = agreements.at(-1);
  return newest !== undefined && (kind === 'unit' ? newest.unitSignature : newest.institutionSignature) === null;
};
const unsigned: When = ({ agreements }) => {
  const newest = agreements.at(-1);
  return newest !== undefined && !isSigned(newest);
};
const invited: When = (picture, { departmentCode }) =>
  invitations(openReview(picture)?.items ?? []).some((invitation) => invitation.departmentCode === departmentCode);
const noticeDue: When = ({ reviews, notices }, { roles }) =>
  reviews.some(({ closedOn }) => closedOn !== null) && (notices === 0 || roles.includes('manager'));

const all =
  (...conditions: When[]): When =>
  (picture, reader) =>
    conditions.every((condition) => condition(picture, reader));

const ACTIONS: [Operation, When][] = [
  [editProject, ({ found }) => found.state === 'draft' || found.state === 'applied' || found.state === 'active'],
  [confirmApplication, ({ found }) => found.state === 'draft'],
  [draftAgreement, all(running, first, planned)],
  [signAgreement, all(running, toSign, (picture, reader) => reader.kind === 'unit' || first(picture, reader))],
  [fileSignedAgreement, all(running, first, unsigned)],
  [grantMandate, running],
  [endMandate, ({ mandates }) => mandates.some(({ endedOn }) => endedOn === null)],
  [conveneReview, all(active, first, planned, (picture) => !openReview(picture))],
  [giveOpinion, all(active, invited)],
  [recordWrittenOpinion, all(active, first, (picture) => openReview(picture) !== undefined)],
  [closeReview, all(active, first, (picture) => openReview(picture) !== undefined)],
  [issueNotice, all(active, first, noticeDue)],
  [recordVisit, running],
  [recordTrip, running],
  [registerDocument, running],
  [lendOriginal, running],
  [returnOriginal, () => true],
  [writeLedgerLine, () => true],
  [writeNote, () => true],
  [ask, served],
  [publishProgress, all(notEnded, ({ found, progress }, reader) => mayPublish(found, progress, reader))],
  [requestClosure, all(active, handles, ({ progress, filings }) => openEntrusted(progress.plan, filings).length === 0)],
  [terminateCase, all(running, (picture, reader) => reader.kind === 'unit' || handles(picture, reader))],
];

/** The operations on this case that its reader would not be refused now, as far as is known here. */
export const actionsOf = (picture: Picture, reader: Principal): { operation: string; title: string }[] =>
  ACTIONS.filter(([{ permission }, when]) => may(reader, permission) && when(picture, reader)).map(
    ([{ name, title }]) => ({
      operation: name,
      title: title[0],
    }),
  );
