import { Select } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AGENT_CLASSES } from '#libs/contracts/facts/agents.js';
import { useAsk } from '../../api/hooks.js';
import { listAgents, listInstitutions, listItems } from '../../api/operations.js';
import { agentClasses, people } from '../../texts/people.js';

/** What antd's form gives to a control. */
interface Held<T> {
  id?: string;
  value?: T;
  onChange?: (value: T) => void;
  'aria-label'?: string;
}

const search = { optionFilterProp: 'label' };

interface AgentPick extends Held<string> {
  institutionId?: string | undefined;
  class?: (typeof AGENT_CLASSES)[number] | undefined;
  without?: readonly string[];
  placeholder?: string;
}

/** Somebody in office: of one institution, or found by name among all. */
export function AgentPicker({
  institutionId,
  class: wanted,
  without = [],
  placeholder,
  ...held
}: AgentPick): ReactNode {
  const [q, setQ] = useState('');
  const found = useAsk(listAgents, {
    pageSize: institutionId ? 200 : 30,
    ...(institutionId ? { institutionId } : {}),
    ...(wanted ? { class: wanted } : {}),
    ...(q && !institutionId ? { q } : {}),
  });
  const options = (found.data?.items ?? [])
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name, classes, institutionName, load, capacity }) => {
      const office = classes.map((each) => agentClasses[each]).join('、');
      return { value: id, label: `${name} · ${office} · ${institutionName} · ${people.loadOf(load, capacity)}` };
    });
  return (
    <Select
      {...held}
      allowClear
      showSearch={institutionId ? search : { filterOption: false, onSearch: setQ }}
      options={options}
      loading={found.isFetching}
      placeholder={placeholder ?? people.choosePerson}
    />
  );
}

/** An institution in service. */
export function InstitutionPicker({ without = [], ...held }: Held<string> & { without?: string[] }): ReactNode {
  const found = useAsk(listInstitutions, {});
  const options = (found.data?.items ?? [])
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return <Select {...held} allowClear showSearch={search} options={options} placeholder={people.chooseInstitution} />;
}

/** Items of the catalogue by code and name. */
export function ItemsPicker(held: Held<string[]>): ReactNode {
  return (
    <Select
      {...held}
      mode="multiple"
      allowClear
      showSearch={search}
      options={useItemOptions()}
      placeholder={people.chooseItems}
    />
  );
}

export function ItemPicker(held: Held<string>): ReactNode {
  return (
    <Select {...held} allowClear showSearch={search} options={useItemOptions()} placeholder={people.chooseItems} />
  );
}

function useItemOptions(): { value: string; label: string }[] {
  const { data } = useAsk(listItems, {});
  return (data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
}
