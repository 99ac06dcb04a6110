import { ConfigProvider, theme } from 'antd';
import type { ReactNode } from 'react';
import { useElder } from '../../shell/preferences.js';
import '../../theme/portal.css';

/** Larger type and targets than where agents work: for people who are here once a month. */
export function Generous({ children }: { children: ReactNode }): ReactNode {
  const elder = useElder();
  const page = <div className="portal">{children}</div>;
  if (elder) return page;
  return (
    <ConfigProvider theme={{ algorithm: [theme.defaultAlgorithm], token: { fontSize: 16, controlHeight: 42 } }}>
      {page}
    </ConfigProvider>
  );
}
