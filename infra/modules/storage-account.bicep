// What both accounts have in common.

import { networkType } from '../types.bicep'

@export()
@description('No keys, no anonymous reading, nothing older than TLS 1.2; with a network of its own only from inside it.')
func accountProperties(network networkType?) object => {
  accessTier: 'Hot'
  allowSharedKeyAccess: false
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  supportsHttpsTrafficOnly: true
  // Not 'Disabled' in a network either: Event Grid has no private endpoint to come by and writes dead letters as a
  // trusted service, which the firewall lets through only while public access is on.
  publicNetworkAccess: 'Enabled'
  networkAcls: {
    defaultAction: network == null ? 'Allow' : 'Deny'
    bypass: 'AzureServices'
    ipRules: map(network.?allowedAddresses ?? [], address => { value: address, action: 'Allow' })
    virtualNetworkRules: []
  }
}
