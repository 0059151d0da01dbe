// The mail server's password and the keys of pull sources. Everything else signs in with an identity.

import { networkType } from '../types.bicep'
import { secretName } from '../settings.bicep'

param vaultName string
param location string
param tags object
param network networkType?
param purgeProtection bool

@description('The settings whose values lie here.')
param secretSettings string[]

@secure()
@description('Setting → value. A setting without a value here keeps the one it has: az keyvault secret set puts one in.')
param secretValues object

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: vaultName
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true // a vault that went with its group: az keyvault recover or purge, before the next deployment
    softDeleteRetentionInDays: purgeProtection ? 90 : 7
    enablePurgeProtection: purgeProtection ? true : null // false is no value that Azure takes
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      defaultAction: network == null ? 'Allow' : 'Deny'
      bypass: 'AzureServices'
      ipRules: map(network.?allowedAddresses ?? [], address => { value: address })
      virtualNetworkRules: []
    }
  }
}

resource secrets 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = [
  for setting in secretSettings: if (contains(secretValues, setting)) {
    parent: vault
    name: secretName(setting)
    tags: tags
    properties: {
      value: secretValues[setting]
      contentType: 'setting ${setting}'
    }
  }
]
