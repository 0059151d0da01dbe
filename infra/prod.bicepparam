// Figures that end in letters: copies in three zones, a journal that nobody changes, a vault that nobody purges.

using 'main.bicep'

import { defaults } from 'settings.bicep'

param name = 'cchc-prod'
param tags = { system: 'cchc', environment: 'prod' }

param dataStorageSku = 'Standard_ZRS'
param journalImmutableDays = 365
param purgeProtection = true
param logRetentionDays = 90
param dailyLogCapGB = 5

param alertReceivers = []
param budget = { amount: 50, start: '2026-12-01' }

// Mail stays a dry run until its host is set (docs/mail.md).
param settings = union(defaults, {
  Mail: union(defaults.Mail, {
    Host: ''
    User: ''
    From: ''
    AllowedDomains: ''
    Staff: ''
  })
})

// export CCHC_SECRETS='{"Mail__Password":"…"}': goes into the vault, stands nowhere else.
param secretValues = json(readEnvironmentVariable('CCHC_SECRETS', '{}'))

// Set by infra/deploy and azure.yaml for the second deployment.
param subscribeToExports = readEnvironmentVariable('CCHC_SUBSCRIBE', 'false') == 'true'
