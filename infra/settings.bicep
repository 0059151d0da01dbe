// What the app is configured with: every setting that the code reads, with the code's own defaults.
// tests/Infra.Tests holds both against each other.

@export()
@sealed()
type settingsType = {
  @description('Of quarters: by the statutory reporting dates, or by the calendar.')
  Scheme: 'statutory' | 'calendar'
  Intake: intakeType
  Review: reviewType
  Reports: reportsType
  Reminders: remindersType
  Mail: mailType
  Web: webType
}

@sealed()
type intakeType = {
  MostProcedures: int
}

@sealed()
type reviewType = {
  FirstPeriod: string
  DaysAfterClose: int
  ChecklistWaitDays: int
  MostMissingDays: int
}

@sealed()
type reportsType = {
  NameUnitsInNews: bool
}

@sealed()
type remindersType = {
  WorkingDays: int
  Warnings: bool
  UrgeEveryWorkingDays: int
}

@sealed()
@description('Without a host it is a dry run. The password is no member: it lies in the vault.')
type mailType = {
  Host: string
  Port: int
  Security: 'StartTls' | 'Tls' | 'None'
  User: string
  From: string
  FromName: string
  ReplyTo: string
  AllowedDomains: string
  Staff: string
  TrustedCertificates: string
  TimeoutSeconds: int
  MaximumAttachmentMB: int
  MostConnections: int
  ListenMilliseconds: int
  FirstPauseSeconds: int
  GiveUpAfterDays: int
}

@sealed()
type webType = {
  AllowPrivateAddresses: bool
  UserAgent: string
  PausePerHost: string
  MostRetries: int
  RetryDelay: string
  LongestRetryAfter: string
  PageTryTimeout: string
  PageTimeout: string
  ExportTryTimeout: string
  ExportTimeout: string
}

@export()
var defaults settingsType = {
  Scheme: 'statutory'
  Intake: {
    MostProcedures: 2000
  }
  Review: {
    FirstPeriod: ''
    DaysAfterClose: 3
    ChecklistWaitDays: 0
    MostMissingDays: 10
  }
  Reports: {
    NameUnitsInNews: false
  }
  Reminders: {
    WorkingDays: 2
    Warnings: true
    UrgeEveryWorkingDays: 5
  }
  Mail: {
    Host: ''
    Port: 587
    Security: 'StartTls'
    User: ''
    From: ''
    FromName: ''
    ReplyTo: ''
    AllowedDomains: ''
    Staff: ''
    TrustedCertificates: ''
    TimeoutSeconds: 60
    MaximumAttachmentMB: 15
    MostConnections: 4
    ListenMilliseconds: 50
    FirstPauseSeconds: 60
    GiveUpAfterDays: 5
  }
  Web: {
    AllowPrivateAddresses: false
    UserAgent: 'CCHC/1.0 (theo doi cai cach hanh chinh; kiem tra tu dong)'
    PausePerHost: '00:00:01'
    MostRetries: 2
    RetryDelay: '00:00:02'
    LongestRetryAfter: '00:00:30'
    PageTryTimeout: '00:00:20'
    PageTimeout: '00:02:00'
    ExportTryTimeout: '00:02:00'
    ExportTimeout: '00:07:00'
  }
}

@export()
@description('As app settings: { Review: { DaysAfterClose: 3 } } becomes { Review__DaysAfterClose: \'3\' }.')
func flat(settings settingsType) object =>
  toObject(
    flatten(map(
      items(settings),
      section =>
        section.key == 'Scheme'
          ? [{ key: section.key, value: string(section.value) }]
          : map(items(section.value), entry => { key: '${section.key}__${entry.key}', value: string(entry.value) })
    )),
    entry => entry.key,
    entry => entry.value
  )

@export()
@description('The vault\'s name for a secret that the code reads as a setting: letters, digits and hyphens only.')
func secretName(setting string) string => toLower(replace(replace(setting, '__', '-'), '_', '-'))

@export()
@description('What a setting says whose value lies in the vault; always the newest version.')
func secretReference(vault string, domain string, setting string) string =>
  '@Microsoft.KeyVault(SecretUri=https://${vault}${domain}/secrets/${secretName(setting)})'
