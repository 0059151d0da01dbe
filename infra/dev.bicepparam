// For trying things out: cheap, and its group can be deleted at any time. What azd deploys, see azure.yaml.

using 'main.bicep'

import { defaults } from 'settings.bicep'

param name = 'cchc-dev'
param tags = { system: 'cchc', environment: 'dev' }

param dataStorageSku = 'Standard_LRS'
param journalImmutableDays = 0
param purgeProtection = false
param logRetentionDays = 30
param dailyLogCapGB = 1

// Mail stays a dry run: its host is empty.
param settings = defaults

// export CCHC_SECRETS='{"Mail__Password":"…"}': goes into the vault, stands nowhere else.
param secretValues = json(readEnvironmentVariable('CCHC_SECRETS', '{}'))

// Set by infra/deploy and azure.yaml for the second deployment.
param subscribeToExports = readEnvironmentVariable('CCHC_SUBSCRIBE', 'false') == 'true'
