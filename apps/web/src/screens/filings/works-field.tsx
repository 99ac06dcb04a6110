import { AutoComplete } from 'antd';
import type { Field } from '../../parts/act-form.js';
import { itemActs } from '../../texts/item-actions.js';

/** Which works, of an item that is handled for each (R131); nothing otherwise. */
export const worksField = ({ perWorks, works }: { perWorks: boolean; works: string[] }): Field[] =>
  perWorks
    ? [
        {
          name: 'works',
          label: itemActs.works,
          hint: itemActs.worksHint,
          control: <AutoComplete options={works.map((value) => ({ value }))} />,
          required: true,
        },
      ]
    : [];
