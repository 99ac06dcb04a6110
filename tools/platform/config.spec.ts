import { SERVICES } from '#libs/contracts/define.js';
import { readSettings, urlVariable } from './config.js';
import { databaseAccess } from './database.js';

const URL_OF_A_MIGRATOR = 'postgres://migrator:secret@db.example:5432/platform?sslmode=require';

describe('the environment of a start', () => {
  it('needs to say nothing at all', () => {
    expect(readSettings({})).toMatchObject({ port: 3000, brokers: null, databaseUrl: null, serviceUrls: {} });
  });

  it.each([
    [{ PORT: '70000' }, 'is not a port number'],
    [{ DATABASE_URL: 'localhost/platform' }, 'DATABASE_URL should read'],
    [{ DATABASE_URL: 'postgres://migrator@localhost/platform' }, 'DATABASE_URL should read'],
    [{ NOTIFY_DATABASE_URL: URL_OF_A_MIGRATOR }, 'missing: GATEWAY_DATABASE_URL'],
  ])('is refused in a sentence when it says %j', (env, sentence) => {
    expect(() => readSettings(env)).toThrow(sentence);
  });

  it('takes a URL for every service in place of a migrator', () => {
    const env = Object.fromEntries(SERVICES.map((service) => [urlVariable(service), URL_OF_A_MIGRATOR]));
    expect(Object.keys(readSettings(env).serviceUrls)).toEqual([...SERVICES]);
  });
});

describe("the services' roles", () => {
  it('sign in on the migrator’s database with passwords that only its holder can derive', () => {
    const { owner, app } = databaseAccess(URL_OF_A_MIGRATOR, {});
    expect(new URL(app.agents)).toMatchObject({
      username: 'agents_app',
      host: 'db.example:5432',
      pathname: '/platform',
    });
    expect(app.agents).toContain('?sslmode=require');
    expect(databaseAccess(URL_OF_A_MIGRATOR, {}).app).toEqual(app);
    const passwords = [...Object.values(owner), ...Object.values(app)].map((url) => new URL(url).password);
    expect(new Set(passwords).size).toBe(2 * SERVICES.length);
    const other = databaseAccess(URL_OF_A_MIGRATOR.replace('secret', 'other'), {});
    expect(other.app.agents).not.toBe(app.agents);
  });

  it('may be given for the running services alone', () => {
    const given = 'postgres://agents_app:chosen@db.example:5432/platform';
    const { app, owner } = databaseAccess(URL_OF_A_MIGRATOR, { agents: given });
    expect(app.agents).toBe(given);
    expect(new URL(owner.agents).username).toBe('agents_owner');
  });
});
