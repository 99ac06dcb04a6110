import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Problem } from './problem.js';

interface Props<T> {
  of: UseQueryResult<T, Error>;
  children: (answer: T) => ReactNode;
}

/** A query on the page: a quiet shape while it loads, the problem when it failed, otherwise what it answered. */
export function Answer<T>({ of, children }: Props<T>): ReactNode {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Problem error={of.error} again={() => void of.refetch()} />;
  return <Skeleton active paragraph={{ rows: 4 }} />;
}
