import { Module } from '@nestjs/common';
import { ChiefContactsController } from './chief-contacts.controller.js';
import { ChiefContactsService } from './chief-contacts.service.js';

@Module({ controllers: [ChiefContactsController], providers: [ChiefContactsService] })
export class ChiefContactsModule {}
