import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { download } from '../api/files.js';
import type { ExportName } from '#libs/contracts/gateway/exports.js';
import { listing } from '../texts/listing.js';
import { queryOf } from './listing-search.js';
import type { Search } from './listing-search.js';
import { Problem } from './problem.js';
import { useToday } from './now.js';

/** The lists that the gateway gives as a file, by their query. */
const EXPORTS: Record<string, ExportName> = {
  'projects.list-cases': 'cases',
  'approvals.list-approvals': 'approvals',
  'agents.list-transfers': 'transfers',
  'agents.list-agents': 'agents',
  'projects.read-ledger': 'ledger',
};

/** Everything that is filtered, every page of it, as a file; a failure stays in sight until it is tried again. */
export function ListingExport({ of, search }: { of: string; search: Search }): ReactNode {
  const { message } = App.useApp();
  const today = useToday();
  const name = EXPORTS[of];
  const file = `${document.title.split(' · ')[0] ?? ''}-${today}.csv`;
  const exporting = useMutation({
    mutationFn: () => download(`/api/v1/exports/${name}?${queryOf(search)}`, file),
    onSuccess: () => void message.success(listing.exported(file)),
  });
  if (!name) return null;
  return (
    <>
      <Button icon={<DownloadOutlined />} loading={exporting.isPending} onClick={() => exporting.mutate()}>
        {exporting.isPending ? listing.exporting : listing.export}
      </Button>
      {exporting.error && (
        <div className="listing-fault">
          <Problem error={exporting.error} again={() => exporting.mutate()} />
        </div>
      )}
    </>
  );
}
