import { Module } from '@nestjs/common';
import { AnnouncementsService } from './announcements.service.js';
import { MessagesController } from './messages.controller.js';
import { MessagesService } from './messages.service.js';

@Module({ controllers: [MessagesController], providers: [MessagesService, AnnouncementsService] })
export class MessagesModule {}
