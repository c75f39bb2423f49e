/** The profiles of the applications that a guest may run, from assets/model. */
import data from '../../../assets/model/applications.yaml';
import { applicationProfile } from '../../shared/model/applications';
import type { ApplicationsFile } from '../../shared/model/applications';
import { plain } from '../../shared/model/marked';
import { idleTraffic } from '../../shared/model/traffic';
import type { Application, TrafficProfile } from '../../shared/model/traffic';

/** The figures with unit, mark and source. Tests check their shape. */
export function markedApplications(): ApplicationsFile {
  return data as ApplicationsFile;
}

/** Every application with its profile; `custom` comes first and offers nothing by itself. */
export function applicationProfiles(): { application: Application; profile: TrafficProfile }[] {
  const figures = plain(markedApplications());
  const names = Object.keys(figures) as Exclude<Application, 'custom'>[];
  const known = names.map((application) => ({
    application,
    profile: applicationProfile(application, figures),
  }));
  return [{ application: 'custom', profile: idleTraffic }, ...known];
}
