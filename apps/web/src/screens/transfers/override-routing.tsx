import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/agents.js';
import { overrideRouting } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { mainLevels, transfers } from '../../texts/transfers.js';
import { optionsOf } from '../../texts/words.js';
import type { CaseDetail } from '../cases/case-page.js';
import { regionName } from '../cases/region-name.js';
import type { Routing } from './routing-plan.js';

interface Values {
  mainLevel?: 'city' | 'county';
  leadRegionId?: string;
  reason: string;
}

/** The first institution's own answer, with its reason. */
export function OverrideRouting({ of, routing }: { of: CaseDetail; routing: Routing }): ReactNode {
  const regions = of.regionIds.map((value) => ({ value, label: regionName(value) }));
  return (
    <ActDialog label={transfers.override} title={transfers.overrideTitle}>
      {(close) => (
        <ActForm<typeof contracts.overrideRouting, Values>
          command={overrideRouting}
          initial={routing.mainLevel === null ? {} : { mainLevel: routing.mainLevel }}
          input={({ mainLevel, leadRegionId, reason }) => ({
            caseId: of.id,
            mainLevel: mainLevel ?? null,
            leadRegionId: leadRegionId ?? null,
            reason,
          })}
          submit={transfers.override}
          said={() => transfers.overrideDone}
          onDone={close}
          fields={[
            {
              name: 'mainLevel',
              label: transfers.mainLevel,
              control: <Select allowClear options={optionsOf(mainLevels)} />,
            },
            ...(regions.length > 1
              ? [
                  {
                    name: 'leadRegionId',
                    label: transfers.leadRegion,
                    control: <Select allowClear options={regions} />,
                  },
                ]
              : []),
            {
              name: 'reason',
              label: transfers.reason,
              required: true,
              control: <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}
