import { Module } from '@nestjs/common';
import { ContactsService } from './contacts.service.js';
import { CoordinationsController } from './coordinations.controller.js';
import { CoordinationsService } from './coordinations.service.js';

@Module({ controllers: [CoordinationsController], providers: [ContactsService, CoordinationsService] })
export class CoordinationsModule {}
