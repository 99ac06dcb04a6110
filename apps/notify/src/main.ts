import { startService } from '#libs/messaging/service-app.js';
import { environment } from './config.js';
import { serviceData } from './data-source.js';
import { NotifyModule } from './notify.module.js';

await startService({ data: serviceData, module: NotifyModule, environment });
