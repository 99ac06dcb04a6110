import { AutoComplete } from 'antd';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { liaisonCompliance } from '../../api/operations.js';

interface Held {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** A county or zone without an institution, chosen by name; a town by its code. */
export function RegionPicker(held: Held): ReactNode {
  const { data } = useAsk(liaisonCompliance, {});
  const options = (data?.items ?? [])
    .filter(({ institutionId }) => institutionId === null)
    .map(({ regionId, regionName }) => ({ value: regionId, label: `${regionName} ${regionId}` }));
  return <AutoComplete {...held} options={options} />;
}
