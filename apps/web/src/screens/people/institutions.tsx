import { Checkbox, Tag } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listInstitutions as contract } from '#libs/contracts/agents.js';
import { useAsk } from '../../api/hooks.js';
import { endInstitution, listInstitutions } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { ConfirmAct } from '../../parts/confirm-act.js';
import { Page } from '../../parts/page.js';
import { institutionLevels, institutions as words } from '../../texts/people.js';
import { shell } from '../../texts/shell.js';
import { EditInstitution, EstablishInstitution } from './institution-forms.js';
import './people.css';

export type Institution = Output<typeof contract>['items'][number];

/** 帮代办机构: one an administrative unit, at its service centre, with its hotline. */
export function Institutions(): ReactNode {
  const { ended } = useSearch({ from: '/institutions' });
  const navigate = useNavigate();
  const found = useAsk(listInstitutions, ended === 'yes' ? { active: 'false' } : {});
  return (
    <Page title={shell.institutions} actions={<EstablishInstitution of={found.data?.items ?? []} />}>
      <div className="bar">
        <Checkbox
          checked={ended === 'yes'}
          onChange={({ target }) => void navigate({ to: '.', search: target.checked ? { ended: 'yes' } : {} })}
        >
          {words.showEnded}
        </Checkbox>
        <span className="soft">{shell.total(found.data?.items.length ?? 0)}</span>
      </div>
      <Answer of={found}>{({ items }) => <Table of={items} />}</Answer>
    </Page>
  );
}

function Table({ of }: { of: Institution[] }): ReactNode {
  const heads = [words.name, words.level, words.region, words.servicePoint, words.hotline, words.since, words.acts];
  return (
    <div className="framed" tabIndex={0} role="group" aria-label={shell.institutions}>
      <table>
        <thead>
          <tr>
            {heads.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.map((institution) => (
            <Row key={institution.id} of={institution} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ of }: { of: Institution }): ReactNode {
  const { id, version, name, level, regionName, servicePoint, hotline, from, to, actions } = of;
  return (
    <tr>
      <td>
        <Link to="/people" search={{ institutionId: id }}>
          {name}
        </Link>{' '}
        {to && <Tag>{words.ended(to)}</Tag>}
      </td>
      <td>{institutionLevels[level]}</td>
      <td>{regionName}</td>
      <td>{servicePoint}</td>
      <td>
        <a href={`tel:${hotline}`}>{hotline}</a>
      </td>
      <td>{from}</td>
      <td>
        <span className="row-acts">
          {actions.includes('agents.edit-institution') && <EditInstitution of={of} />}
          {actions.includes('agents.end-institution') && (
            <ConfirmAct
              command={endInstitution}
              input={{ id }}
              version={version}
              label={words.end}
              what={words.endWhat(name)}
              said={(answer) => words.endDone(answer.name)}
              kind={{ size: 'small', danger: true }}
            />
          )}
        </span>
      </td>
    </tr>
  );
}
