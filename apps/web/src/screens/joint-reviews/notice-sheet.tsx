import { Button } from 'antd';
import { PrinterOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useAsk } from '../../api/hooks.js';
import { getItem } from '../../api/operations.js';
import { day } from '../../parts/dates.js';
import { notices } from '../../texts/joint-reviews.js';
import type { CaseDetail } from '../cases/case-page.js';
import type { Notice } from './review.js';

const LEVELS: Record<string, () => string> = {
  province: () => notices.levelProvince,
  city: () => notices.levelCity,
  county: () => notices.levelCounty,
};

interface Props {
  of: CaseDetail;
  notice: Notice;
}

/** 一次性告知书, to be read here; beside the page the same sheet alone, which is what prints. */
export function NoticeSheet({ of, notice, onClose }: Props & { onClose: () => void }): ReactNode {
  return (
    <>
      <div className="act-row">
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => print()}>
          {notices.print}
        </Button>
        <Button onClick={onClose}>{notices.close}</Button>
      </div>
      <Sheet of={of} notice={notice} />
      {createPortal(
        <div className="print-only">
          <Sheet of={of} notice={notice} />
        </div>,
        document.body,
      )}
    </>
  );
}

/** A sheet of paper: every item with its department and what the unit brings (R47). */
function Sheet({ of, notice }: Props): ReactNode {
  const stages = [...new Set(notice.items.map(({ stage }) => stage))];
  return (
    <article className="notice-sheet" aria-label={`${notices.title} ${notice.number}`}>
      <h2>{notices.title}</h2>
      <p className="notice-number">
        {notice.number}
        {notice.noticeVersion > 1 && `(${notices.version(notice.noticeVersion)})`}
      </p>
      <p>{notices.to(of.unitName)}</p>
      <p>{notices.intro(of.projectName, notice.items.length)}</p>
      {notice.reason && <p>{notices.reissued(notice.reason)}</p>}
      {stages.map((stage) => (
        <Stage key={stage} stage={stage} of={notice} />
      ))}
      {notice.notNeeded.length > 0 && (
        <>
          <h3>{notices.notNeeded}</h3>
          <ul className="plain small">
            {notice.notNeeded.map(({ itemCode, name, reason }) => (
              <li key={itemCode}>
                {name}:{reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="notice-sign">
        {notices.signed(notice.institutionName, day(notice.issuedOn, ''))}
        <br />
        {notices.issuer(notice.issuedBy)}
      </p>
    </article>
  );
}

function Stage({ stage, of: { items } }: { stage: string; of: Notice }): ReactNode {
  return (
    <>
      <h3>{stage}</h3>
      <div className="scroller" tabIndex={0} role="group" aria-label={stage}>
        <table className="ledger small">
          <thead>
            <tr>
              <th scope="col">{notices.serial}</th>
              <th scope="col">{notices.item}</th>
              <th scope="col">{notices.department}</th>
              <th scope="col">{notices.level}</th>
              <th scope="col">{notices.days}</th>
              <th scope="col">{notices.by}</th>
              <th scope="col">{notices.materials}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(
              (item, at) =>
                item.stage === stage && (
                  <tr key={item.itemCode}>
                    <td>{at + 1}</td>
                    <td>{item.name}</td>
                    <td>{item.departmentName}</td>
                    <td>{LEVELS[item.level]?.() ?? notices.levelNone}</td>
                    <td>{item.promisedWorkdays}</td>
                    <td>{item.entrusted ? notices.entrusted : notices.own}</td>
                    <td>
                      <Materials itemCode={item.itemCode} />
                    </td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Materials({ itemCode }: { itemCode: string }): ReactNode {
  const { data } = useAsk(getItem, { code: itemCode });
  const names = data?.materials.map(({ name }) => name) ?? [];
  if (data && names.length === 0) return notices.noMaterials;
  return names.join(';');
}
