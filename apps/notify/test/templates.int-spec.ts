import { changeSmsTemplate, listSmsTemplates } from '#libs/contracts/notify.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { seedRules } from '../src/rules/seed.js';
import { administrator, anAgent } from './factories.js';

describe('the templates of text messages', () => {
  let app: Operations;
  beforeAll(async () => (app = await Operations.start(serviceData, AppModule)));
  afterAll(() => app.stop());

  const template = async (code: string) => {
    const { items } = await app.run(listSmsTemplates, {}, administrator);
    const found = items.find((candidate) => candidate.code === code);
    if (!found) throw new Error(`no template ${code}`);
    return found;
  };

  it('are changed by administrators who saw the latest version', async () => {
    const { id: templateId, version } = await template('approval-decided-unit');
    const change = { templateId, text: '“{itemName}”已办结，结果：{result}。' };
    await expect(app.run(changeSmsTemplate, change, anAgent('manager'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      app.run(changeSmsTemplate, change, administrator, { expectedVersion: version + 1 }),
    ).rejects.toMatchObject({ code: 'stale_version' });
    expect(await app.run(changeSmsTemplate, change, administrator, { expectedVersion: version })).toMatchObject({
      text: change.text,
      version: version + 1,
    });
  });

  it('say what their event offers, and refuse any other variable', async () => {
    const { id: templateId, version, variables } = await template('approval-accepted-unit');
    expect(variables.map(({ name }) => name)).toEqual(['projectName', 'caseNumber', 'itemName', 'acceptedOn']);
    const change = { templateId, text: '“{projectName}”已受理,联系{mobile},密码{password}。' };
    await expect(app.run(changeSmsTemplate, change, administrator, { expectedVersion: version })).rejects.toMatchObject(
      {
        code: 'sms_variable_undeclared',
        params: { names: ['mobile', 'password'] },
      },
    );
  });

  it('refuse a signature of their own and an identity number', async () => {
    const { id: templateId, version } = await template('case-closed-unit');
    const change = { templateId, text: '【潍坊】370702190001011234已结案' };
    await expect(app.run(changeSmsTemplate, change, administrator, { expectedVersion: version })).rejects.toMatchObject(
      {
        code: 'sms_text_unfit',
        params: { reasons: ['不能包含【】,签名由通道统一添加', '不能包含身份证号码'] },
      },
    );
  });

  it('stay as an administrator left them when reference data are imported again', async () => {
    const { id: templateId, version } = await template('case-activated-unit');
    await app.run(changeSmsTemplate, { templateId, urgent: true }, administrator, { expectedVersion: version });
    await app.source.transaction(seedRules);
    expect(await template('case-activated-unit')).toMatchObject({ urgent: true, version: version + 1 });
  });
});
