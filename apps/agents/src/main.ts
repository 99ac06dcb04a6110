import { startService } from '#libs/messaging/service-app.js';
import { AppModule } from './app.module.js';
import { environment } from './config.js';
import { serviceData } from './data-source.js';

await startService({ data: serviceData, module: AppModule, environment });
