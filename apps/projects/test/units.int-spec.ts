import { unitEvents } from '#libs/contracts/facts.js';
import { getUnit, listUnits, registerUnit, unitContacts } from '#libs/contracts/projects.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { aUnit, anAgent, asUnit } from './factories.js';

const given = { name: '潍坊鸢都智联装备制造有限公司', contactName: '联系人甲', contactMobile: '19900000037' };

describe('project units', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  it('are registered by staff and the administrator, not by inspectors', async () => {
    const input = { ...given, uscc: '91370702MAX000373X' };
    await expect(app.run(registerUnit, input, anAgent('inspector'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(app.run(registerUnit, input, PLATFORM)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('ask for a confirmation when the check digit fails, and keep that it was confirmed', async () => {
    const input = { ...given, uscc: '91370702MAX000373Y' };
    await expect(app.run(registerUnit, input, anAgent('helper'))).rejects.toMatchObject({ code: 'uscc_check_digit' });
    const unit = await app.run(registerUnit, { ...input, usccConfirmed: true }, anAgent('helper'));
    expect(unit).toMatchObject({ usccChecked: false, version: 1 });
  });

  it('are registered once, whatever the case of the letters, and told to the others without the mobile', async () => {
    const unit = await app.run(registerUnit, { ...given, uscc: '91370702max000744l' }, anAgent('helper'));
    expect(unit).toMatchObject({ uscc: '91370702MAX000744L', usccChecked: true });
    await expect(
      app.run(registerUnit, { ...given, uscc: '91370702MAX000744L' }, anAgent('helper')),
    ).rejects.toMatchObject({ code: 'unit_registered' });
    const fact = (await app.published(unitEvents)).at(-1);
    expect(fact?.data).toEqual({ unitId: unit.id, name: given.name, uscc: '91370702MAX000744L' });
    expect(JSON.stringify(fact)).not.toContain('19900000037');
  });

  it('show the mobile in full to the unit itself and to notify only', async () => {
    const { id } = await aUnit(app);
    expect(await app.run(getUnit, { unitId: id }, anAgent('manager'))).toMatchObject({ contactMobile: '199****0925' });
    expect(await app.run(getUnit, { unitId: id }, asUnit(id))).toMatchObject({ contactMobile: '19900000925' });
    expect(await app.run(unitContacts, { unitId: id }, PLATFORM)).toMatchObject({ contactMobile: '19900000925' });
    await expect(app.run(unitContacts, { unitId: id }, anAgent('manager'))).rejects.toMatchObject({
      code: 'forbidden',
    });
    const other = await aUnit(app);
    await expect(app.run(getUnit, { unitId: id }, asUnit(other.id))).rejects.toMatchObject({ code: 'unit_not_found' });
  });

  it('are found by part of the name or of the code, with a total', async () => {
    const { uscc } = await aUnit(app);
    const found = await app.run(listUnits, { q: uscc.slice(-8) }, anAgent('helper'));
    expect(found).toMatchObject({ total: 1, items: [{ uscc }] });
    expect((await app.run(listUnits, { q: '%%' }, anAgent('helper'))).total).toBe(0);
  });
});
