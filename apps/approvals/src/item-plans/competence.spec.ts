import { allItems, aLevelInput, BRANCH_DISTRICTS } from './competence.fixture.js';
import { decideLevel } from './competence.js';
it('dump', () => {
  for (const unit of ['370783', '370705', 'ZONE-GX']) {
    const rows = allItems.map((i) => { const d = decideLevel(aLevelInput(i.code, { unitIds: [unit] }));
      return [i.code, d.level, d.step, d.legalBody, d.handlingBody, d.consultedBody, d.contactLevel, d.itemClass, d.mode, d.counted, d.reason, d.questions.join()].join(' '); });
    process.stdout.write(unit + '\n' + rows.join('\n') + '\n');
  }
});
