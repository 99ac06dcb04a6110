import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { SERVICES } from '#libs/contracts/define.js';
import { ROOT } from './root.js';

// compose-spec.json is the schema of the Compose Specification (github.com/compose-spec/compose-spec, schema/ at commit
// 170098b; © 2020 The Compose Specification Authors, Apache License 2.0), unchanged but for its layout.

interface Container {
  image?: string;
  build?: unknown;
  command?: string[];
  environment: Record<string, string | number>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: object;
  ports?: string[];
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const file = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Container> };
const { $schema: _dialect, ...schema } = JSON.parse(read('tools/platform/compose-spec.json')) as Record<
  string,
  unknown
>;
const isCompose = new Ajv({ strict: false, validateFormats: false }).compile(schema);

describe('docker-compose.yml', () => {
  it('is a valid Compose file', () => {
    isCompose(file);
    expect(isCompose.errors).toBeNull();
  });

  it('would not be one with a key that Compose does not know', () => {
    const { postgres } = file.services;
    expect(isCompose({ services: { postgres: { ...postgres, heathcheck: {} } } })).toBe(false);
  });

  it.each(SERVICES)('runs %s in a container of its own, with a health check and its own database role', (service) => {
    const container = file.services[service];
    expect(container?.command).toEqual(['node', `dist/apps/${service}/src/main.js`]);
    expect(container?.healthcheck).toBeDefined();
    expect(container?.environment['DATABASE_URL']).toContain(`//${service}_app:`);
  });

  it('lets the services begin only when the migrations are done', () => {
    for (const service of SERVICES) {
      expect(file.services[service]?.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    }
    const { depends_on: waitsFor } = file.services['migrate'] ?? {};
    expect(waitsFor).toEqual({ postgres: { condition: 'service_healthy' }, kafka: { condition: 'service_healthy' } });
  });

  it('gives the migrations the URL of every application role, so that its password is set', () => {
    const { environment } = file.services['migrate'] ?? { environment: {} };
    for (const service of SERVICES) {
      const url = file.services[service]?.environment['DATABASE_URL'];
      expect(environment[`${service.toUpperCase()}_DATABASE_URL`]).toBe(url);
    }
  });

  it('runs Kafka 4 in KRaft mode', () => {
    const { image, environment } = file.services['kafka'] ?? { environment: {} };
    expect(image).toMatch(/^apache\/kafka:4\./);
    expect(environment['KAFKA_PROCESS_ROLES']).toBe('broker,controller');
  });

  it('opens ports on this machine only', () => {
    const ports = Object.values(file.services).flatMap((container) => container.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});
