import {
  ApartmentOutlined,
  AuditOutlined,
  BookOutlined,
  FileProtectOutlined,
  FormOutlined,
  HomeOutlined,
  MailOutlined,
  NodeIndexOutlined,
  ProfileOutlined,
  ProjectOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { shell } from '../texts/shell.js';
import type { Me } from './me.js';

interface Entry {
  to: string;
  label: () => string;
  icon: ReactNode;
  shown: (me: Me) => boolean;
}

const agent = ({ kind }: Me): boolean => kind === 'agent';
const unit = ({ kind }: Me): boolean => kind === 'unit';
const department = ({ kind }: Me): boolean => kind === 'department';
const staff = (me: Me): boolean => agent(me) || me.kind === 'administrator';
const any =
  (...tests: ((me: Me) => boolean)[]) =>
  (me: Me) =>
    tests.some((test) => test(me));

const ENTRIES: Entry[] = [
  { to: '/', label: () => shell.home, icon: <HomeOutlined />, shown: any(staff, department) },
  { to: '/', label: () => shell.portal, icon: <HomeOutlined />, shown: unit },
  { to: '/apply', label: () => shell.apply, icon: <FormOutlined />, shown: unit },
  { to: '/cases', label: () => shell.cases, icon: <ProjectOutlined />, shown: any(staff, department) },
  { to: '/transfers', label: () => shell.transfers, icon: <SwapOutlined />, shown: agent },
  { to: '/hand-overs', label: () => shell.handOvers, icon: <UserSwitchOutlined />, shown: agent },
  { to: '/approvals', label: () => shell.approvals, icon: <AuditOutlined />, shown: any(agent, department) },
  {
    to: '/pre-approvals',
    label: () => shell.preApprovals,
    icon: <FileProtectOutlined />,
    shown: any(agent, department),
  },
  { to: '/pre-reviews', label: () => shell.preReviews, icon: <SolutionOutlined />, shown: any(agent, department) },
  { to: '/joint-reviews', label: () => shell.jointReviews, icon: <ProfileOutlined />, shown: any(agent, department) },
  { to: '/people', label: () => shell.people, icon: <TeamOutlined />, shown: staff },
  { to: '/institutions', label: () => shell.institutions, icon: <ApartmentOutlined />, shown: staff },
  { to: '/catalogue', label: () => shell.catalogue, icon: <BookOutlined />, shown: any(staff, department, unit) },
  { to: '/routing-board', label: () => shell.liaisons, icon: <NodeIndexOutlined />, shown: staff },
  { to: '/messages', label: () => shell.messages, icon: <MailOutlined />, shown: staff },
];

/** The screens of one person, in the order of the day. */
export const menuOf = (me: Me) =>
  ENTRIES.filter(({ shown }) => shown(me)).map(({ to, label, icon }) => ({ key: to, icon, label: label() }));
