import type { ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import type { Output } from '#libs/contracts/define.js';
import type { publicProgress as contract } from '#libs/contracts/projects.js';
import { stranger } from '../api/client.js';
import { getInstitution, publicProgress } from '../api/operations.js';
import { day, instant } from '../parts/dates.js';
import { StageBar } from '../parts/stage-bar.js';
import { light, progress } from '../texts/light.js';
import { stageName } from '../texts/stages.js';
import { locale } from '../texts/texts.js';
import { Failed, Waiting, useAsked } from './asking.js';
import { Frame } from './frame.js';

type Published = Output<typeof contract>;

/** The page behind the QR code: what was published of one project, for everyone who was given the address. */
export function Progress({ token }: { token: string }): ReactNode {
  return (
    <Frame title={progress.title}>
      <ProgressOf token={token} printable />
    </Frame>
  );
}

export function ProgressOf({ token, printable }: { token: string; printable?: boolean }): ReactNode {
  const { asked, again } = useAsked(token, () => stranger.call(publicProgress, { token }, { locale: locale() }));
  if (!asked) return <Waiting />;
  if ('answer' in asked) return <Story of={asked.answer} printable={printable ?? false} />;
  const missing = asked.fault instanceof Refused && asked.fault.status === 404;
  return missing ? <Missing /> : <Failed fault={asked.fault} again={again} />;
}

function Missing(): ReactNode {
  return (
    <>
      <h1>{progress.missing}</h1>
      <p className="lead">{progress.missingHint}</p>
      <p>
        <a href="/responsibilities">{light.lists}</a>
      </p>
    </>
  );
}

function Story({ of, printable }: { of: Published; printable: boolean }): ReactNode {
  return (
    <>
      <h1>{of.projectName}</h1>
      <p className="lead">
        {of.state} · {progress.number(of.number)}
      </p>
      <p className="soft">{progress.updated(instant(of.updatedAt))}</p>
      <h2>{progress.stages}</h2>
      <StageBar stages={of.stages} explained />
      <h2>{progress.items}</h2>
      {of.stages.map(({ name, done, total }) => (
        <details key={name} open={done < total}>
          <summary>
            {stageName(name)} <span className="soft">{progress.count(done, total)}</span>
          </summary>
          <ul className="plain things">
            {of.items
              .filter(({ stage }) => stage === name)
              .map((item) => (
                <Thing key={item.name} item={item} />
              ))}
          </ul>
        </details>
      ))}
      <Office id={of.institution.id} name={of.institution.name} />
      <p className="soft">{progress.notice}</p>
      {printable && (
        <p>
          <button type="button" className="quiet" onClick={() => print()}>
            {light.print}
          </button>
        </p>
      )}
    </>
  );
}

function Thing({ item: { name, what, since, expectedOn } }: { item: Published['items'][number] }): ReactNode {
  return (
    <li>
      <strong>{name}</strong>
      <time>{since ? day(since) : ''}</time>
      <p className="soft">
        {what}
        {expectedOn ? ` · ${progress.expected(day(expectedOn))}` : ''}
      </p>
    </li>
  );
}

/** Where to go and whom to call; its name at once, the rest when it has come. */
function Office({ id, name }: { id: string; name: string }): ReactNode {
  const { asked } = useAsked(id, () => stranger.call(getInstitution, { id }));
  const office = asked && 'answer' in asked ? asked.answer : null;
  return (
    <section className="office">
      <strong>
        {progress.contact} {name}
      </strong>
      {office && (
        <dl>
          <dt className="soft">{progress.hotline}</dt>
          <dd>
            <a href={`tel:${office.hotline}`}>{office.hotline}</a>
          </dd>
          <dt className="soft">{progress.servicePoint}</dt>
          <dd>{office.servicePoint}</dd>
        </dl>
      )}
    </section>
  );
}
