import { App, Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Callable } from '#libs/client/client.js';
import type { Output } from '#libs/contracts/define.js';
import type {
  getApproval as contract,
  listApprovals,
  supplyCorrection as correctionContract,
  supplyDeferred as deferredContract,
} from '#libs/contracts/approvals.js';
import { client } from '../../api/client.js';
import type { Uploaded } from '../../api/files.js';
import { useAsk, useDo } from '../../api/hooks.js';
import { getApproval, registerDocument, supplyCorrection, supplyDeferred } from '../../api/operations.js';
import { day } from '../../parts/dates.js';
import { UploadField } from '../../parts/upload-field.js';
import { Problem } from '../../parts/problem.js';
import { papers } from '../../texts/portal.js';

type Filing = Output<typeof listApprovals>['items'][number];
type Detail = Output<typeof contract>;

const mayOwe = ({ state, deferral }: Filing): boolean =>
  state === 'correcting' || (deferral && state !== 'cancelled' && state !== 'withdrawn');

/** Corrections and deferred papers of every filing, each handed in as a whole. */
export function Supplies({ of, readOnly }: { of: Filing[]; readOnly: boolean }): ReactNode {
  const owing = of.filter(mayOwe);
  return (
    <>
      {owing.map(({ id }) => (
        <OfFiling key={id} id={id} readOnly={readOnly} />
      ))}
      {owing.length === 0 && <p className="soft">{papers.nothingAsked}</p>}
    </>
  );
}

function OfFiling({ id, readOnly }: { id: string; readOnly: boolean }): ReactNode {
  const { data } = useAsk(getApproval, { id });
  if (!data) return null;
  const span = data.spans.find(({ kind, to }) => kind === 'correction' && to === null);
  const late = data.deferrals.filter(({ suppliedOn, dueOn }) => suppliedOn === null && dueOn !== null);
  const named = (code: string) => ({ code, name: data.materials.find((one) => one.code === code)?.name ?? code });
  return (
    <>
      {span && (
        <Supply
          of={data}
          readOnly={readOnly}
          title={papers.correct(data.itemName)}
          dueOn={span.dueOn}
          wanted={span.materials.map(named)}
          command={supplyCorrection}
        />
      )}
      {late.map(({ materialCode: code, materialName: name, dueOn }) => (
        <Supply
          key={code}
          of={data}
          readOnly={readOnly}
          title={papers.follow(data.itemName)}
          dueOn={dueOn}
          wanted={[{ code, name }]}
          command={supplyDeferred}
        />
      ))}
    </>
  );
}

interface Wanted {
  code: string;
  name: string;
}
interface SupplyProps {
  of: Detail;
  readOnly: boolean;
  title: string;
  dueOn: string | null;
  wanted: Wanted[];
  command: Callable<typeof correctionContract> | Callable<typeof deferredContract>;
}

/** Files are sent as they are chosen; handing in registers them and gives them to the department at once. */
function Supply({ of, readOnly, title, dueOn, wanted, command }: SupplyProps): ReactNode {
  const { message } = App.useApp();
  const supply = useDo(command as Callable<typeof correctionContract>);
  const [files, setFiles] = useState<Record<string, Uploaded | null>>({});
  const [fault, setFault] = useState<unknown>(null);
  const complete = wanted.every(({ code }) => files[code]);
  const hand = async () => {
    setFault(null);
    try {
      const materials = await Promise.all(wanted.map(({ code }) => registered(of, code, files[code])));
      await supply.mutateAsync({ input: { id: of.id, materials } });
      void message.success(papers.handed);
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <section className="supply" aria-label={title}>
      <strong>{title}</strong> {dueOn && <span className="paper-due">{papers.until(day(dueOn))}</span>}
      <ul className="plain portal-items">
        {wanted.map(({ code, name }) => (
          <li key={code}>
            {name}
            {!readOnly && (
              <UploadField
                value={files[code] ?? null}
                label={papers.choose(name)}
                onChange={(file) => setFiles((before) => ({ ...before, [code]: file }))}
              />
            )}
          </li>
        ))}
      </ul>
      {fault ? <Problem error={fault} /> : null}
      {!readOnly && !complete && <p className="soft">{papers.incomplete}</p>}
      {!readOnly && complete && (
        <Button type="primary" loading={supply.isPending} onClick={() => void hand()}>
          {papers.hand}
        </Button>
      )}
    </section>
  );
}

async function registered({ caseId, itemCode }: Detail, materialCode: string, file: Uploaded | null | undefined) {
  if (!file) throw new Error(`no file for ${materialCode}`);
  // The file's id is the key: handing in again after a lost answer registers nothing twice.
  const { id: documentId } = await client.call(
    registerDocument,
    { caseId, itemCode, kind: 'material', ...file },
    { idempotencyKey: `register-${file.fileId}` },
  );
  return { materialCode, documentId };
}
