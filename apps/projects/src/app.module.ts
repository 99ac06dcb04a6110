import { Module } from '@nestjs/common';
import { AgreementsModule } from './agreements/agreements.module.js';
import { CasesModule } from './cases/cases.module.js';
import { ConsultationsModule } from './consultations/consultations.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { JointReviewsModule } from './joint-reviews/joint-reviews.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { MandatesModule } from './mandates/mandates.module.js';
import { NotesModule } from './notes/notes.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { ProgressModule } from './progress/progress.module.js';
import { ProjectListsModule } from './project-lists/project-lists.module.js';
import { ProjectsModule } from './projects/projects.module.js';
import { PublicationModule } from './publication/publication.module.js';
import { SearchModule } from './search/search.module.js';
import { TimeModule } from './time/time.module.js';
import { UnitsModule } from './units/units.module.js';
import { VisitsModule } from './visits/visits.module.js';
import { WorkbenchModule } from './workbench/workbench.module.js';

@Module({
  imports: [
    UnitsModule,
    ProjectListsModule,
    ProjectsModule,
    CasesModule,
    AgreementsModule,
    MandatesModule,
    JointReviewsModule,
    NoticesModule,
    VisitsModule,
    DocumentsModule,
    ProgressModule,
    DirectoryModule,
    LedgerModule,
    NotesModule,
    ConsultationsModule,
    PublicationModule,
    WorkbenchModule,
    SearchModule,
    TimeModule,
  ],
})
export class AppModule {}
