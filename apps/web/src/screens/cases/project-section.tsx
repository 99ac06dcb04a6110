import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Facts, Section } from '../../parts/section.js';
import { caseInfo, projectTypes } from '../../texts/case-info.js';
import { grades } from '../../texts/words.js';
import { allows } from './allows.js';
import type { CaseTab } from './case-page.js';
import { ProjectForm } from './project-form.js';
import { amount } from './project.js';
import type { Project } from './project.js';
import { regionName } from './region-name.js';

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
