// Every switch on: what tests/Infra.Tests looks at. Never deployed.

using 'main.bicep'

import { defaults } from 'settings.bicep'

param name = 'cchc-all'
param tags = { system: 'cchc' }

param dataStorageSku = 'Standard_ZRS'
param journalImmutableDays = 365
param purgeProtection = true
param alwaysReadyInstances = 1
param logRetentionDays = 90
param dailyLogCapGB = 5

param alertReceivers = ['staff@example.vn', 'office@example.vn']
param lateUnits = 3
param budget = { amount: 50, start: '2026-12-01' }

param settings = union(defaults, {
  Mail: union(defaults.Mail, {
    Host: 'smtp.example'
    User: 'cchc'
    From: 'cchc@example.vn'
    AllowedDomains: 'example.vn'
  })
})
param pullSecrets = ['mot-cua', 'mot-cua-2']
param secretValues = { Mail__Password: 'planted-mail-password', Pull__Secrets__mot_cua: 'planted-pull-key' }

param network = {
  addresses: '10.20.0.0/24'
  appSubnet: '10.20.0.0/26'
  endpointSubnet: '10.20.0.64/26'
  allowedAddresses: ['203.0.113.7']
}
param subscribeToExports = true
