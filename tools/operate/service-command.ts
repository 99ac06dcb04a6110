import { Injectable } from '@nestjs/common';
import { CommandRunner, Option } from 'nest-commander';
import { SERVICES } from '#libs/contracts/define.js';
import type { Service } from '#libs/contracts/define.js';
import { Sentence } from '../platform/sentence.js';
import { Session } from './session.js';

export interface OfService {
  service: Service;
}

/** A command about one service. */
@Injectable()
export abstract class ServiceCommand extends CommandRunner {
  constructor(protected readonly session: Session) {
    super();
  }

  @Option({ flags: '--service <name>', description: '服务名 · the service', required: true })
  service(given: string): Service {
    const service = SERVICES.find((name) => name === given);
    if (service) return service;
    throw new Sentence(
      `没有服务“${given}”,可选:${SERVICES.join('、')}。`,
      `There is no service “${given}”; choose one of ${SERVICES.join(', ')}.`,
    );
  }
}
