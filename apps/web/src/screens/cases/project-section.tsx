import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { getProject } from '#libs/contracts/projects.js';
import { Facts, Section } from '../../parts/section.js';
import { caseInfo, projectTypes } from '../../texts/case-info.js';
import { locale } from '../../texts/texts.js';
import { grades } from '../../texts/words.js';
import { allows } from './allows.js';
import type { CaseTab } from './case-page.js';
import { ProjectForm } from './project-form.js';
import { regionName } from './region-name.js';

export type Project = Output<typeof getProject>;

export const amount = (value: number): string => value.toLocaleString(locale() === 'zh' ? 'zh-CN' : 'en-GB');

interface Props extends CaseTab {
  project: Project;
}

/** What the unit entered of its project; whoever may edit it does so here. */
export function ProjectSection({ of, project }: Props): ReactNode {
  const [editing, setEditing] = useState(false);
  const mayEdit = allows(of, 'projects.edit-project');
  return (
    <Section
      title={caseInfo.project}
      actions={
        mayEdit &&
        !editing && (
          <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
            {caseInfo.edit}
          </Button>
        )
      }
    >
      {editing ? (
        <ProjectForm project={project} onDone={() => setEditing(false)} />
      ) : (
        <ProjectFacts project={project} />
      )}
    </Section>
  );
}

function ProjectFacts({ project: p }: { project: Project }): ReactNode {
  const code = p.projectCode && `${p.projectCode}${p.codeFormat === 'old' ? ` (${caseInfo.oldCode})` : ''}`;
  return (
    <Facts
      of={[
        [caseInfo.name, p.name],
        [caseInfo.number, p.number],
        [caseInfo.projectCode, code ?? '—'],
        [caseInfo.regionIds, p.regionIds.map(regionName).join('、')],
        [caseInfo.townName, p.townName ?? '—'],
        [caseInfo.scenario, p.scenario],
        [caseInfo.projectType, projectTypes[p.projectType]],
        [caseInfo.industry, p.industry],
        [caseInfo.grade, grades[p.grade]],
        [caseInfo.totalInvestment, amount(p.totalInvestment)],
        [caseInfo.floorArea, amount(p.floorArea)],
        [caseInfo.landUse, p.landUse],
        [caseInfo.landMode, p.landMode],
        [caseInfo.existingLandDocument, p.existingLandDocument ?? '—'],
        [caseInfo.constructionMonths, p.constructionMonths],
      ]}
    />
  );
}
