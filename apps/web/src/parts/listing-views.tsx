import { TeamOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { App, Button, Checkbox, Form, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listViews as contract } from '#libs/contracts/gateway/views.js';
import { useAsk, useDo } from '../api/hooks.js';
import { discardView, listViews, saveView } from '../api/operations.js';
import { useMay } from '../shell/me.js';
import { listing } from '../texts/listing.js';
import { keptOf, sameView, searchOf } from './listing-search.js';
import type { Filter, Search } from './listing-search.js';
import { Problem } from './problem.js';

type View = Output<typeof contract>['items'][number];

interface Props {
  screen: string;
  search: Search;
  filters: Filter[];
  columns: string[] | null;
  onColumns: (keys: string[] | null) => void;
}

/** Saved views as a row of links, one's own and those a manager shares; what is shown now can be kept as one more. */
export function ListingViews({ screen, search, filters, columns, onColumns }: Props): ReactNode {
  const views = useAsk(listViews, { screen }).data?.items ?? [];
  const now = keptOf(search);
  const current = views.find((view) => sameView(view.search, now));
  const plain = Object.keys(now).length === 0;
  if (views.length === 0 && plain) return null;
  return (
    <nav className="listing-views" aria-label={listing.views}>
      <Link to="." search={{ tab: search.tab }} aria-current={plain ? 'page' : undefined}>
        {listing.all}
      </Link>
      {views.map((view) => (
        <Link
          key={view.id}
          to="."
          search={{ tab: search.tab, ...searchOf(view.search, filters) }}
          aria-current={view === current ? 'page' : undefined}
          onClick={() => view.columns && onColumns(view.columns)}
          {...(view.mine ? {} : { title: listing.sharedBy(view.ownerName) })}
        >
          {view.shared && <TeamOutlined aria-label={listing.sharedBy(view.ownerName)} />} {view.name}
        </Link>
      ))}
      {!plain && <SaveView screen={screen} search={now} columns={columns} name={current?.mine ? current.name : ''} />}
      {current?.mine && <Discard view={current} />}
    </nav>
  );
}

function Discard({ view: { screen, name } }: { view: View }): ReactNode {
  const { message } = App.useApp();
  const discard = useDo(discardView);
  const send = () =>
    discard.mutate({ input: { screen, name } }, { onSuccess: () => void message.success(listing.discarded(name)) });
  return (
    <>
      <Popconfirm title={listing.discardSure(name)} onConfirm={send}>
        <Button type="text" size="small" loading={discard.isPending}>
          {listing.discardView}
        </Button>
      </Popconfirm>
      {discard.error && <Problem error={discard.error} again={send} />}
    </>
  );
}

interface SaveProps {
  screen: string;
  search: Record<string, string>;
  columns: string[] | null;
  name: string;
}

function SaveView({ screen, search, columns, name }: SaveProps): ReactNode {
  const [open, setOpen] = useState(false);
  const may = useMay();
  const { message } = App.useApp();
  const save = useDo(saveView);
  const send = (form: { name: string; shared?: boolean }) => {
    const input = { screen, search, ...(columns ? { columns } : {}), name: form.name, shared: form.shared ?? false };
    const onSuccess = () => {
      setOpen(false);
      void message.success(listing.viewSaved(form.name));
    };
    save.mutate({ input }, { onSuccess });
  };
  return (
    <>
      <Button type="text" size="small" onClick={() => setOpen(true)}>
        {listing.saveView}
      </Button>
      <Modal open={open} title={listing.saveView} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Form layout="vertical" initialValues={{ name }} onFinish={send}>
          <Form.Item name="name" label={listing.viewName} extra={listing.viewNameHint} rules={[{ required: true }]}>
            <Input maxLength={40} autoFocus />
          </Form.Item>
          {may('view:share') && (
            <Form.Item name="shared" valuePropName="checked">
              <Checkbox>{listing.share}</Checkbox>
            </Form.Item>
          )}
          {save.error && <Problem error={save.error} />}
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {listing.saveView}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
