// Optional: storage and vault answer inside this network only. The app keeps its public address, which the pages, the
// uploads by HTTP and Event Grid's webhook come by: Event Grid cannot reach private endpoints.

import { networkType } from '../types.bicep'

param networkName string
param location string
param tags object
param network networkType
param hostStorageName string
param dataStorageName string
param vaultName string

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataStorageName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource virtualNetwork 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: networkName
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [network.addresses] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: network.appSubnet
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: network.endpointSubnet }
      }
    ]
  }

  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

var storageServices = ['blob', 'queue', 'table']

var zoneNames = concat(
  map(storageServices, service => 'privatelink.${service}.${environment().suffixes.storage}'),
  ['privatelink.vaultcore.azure.net']
)

var links = concat(
  map(storageServices, (service, at) => { name: 'host-${service}', target: hostStorage.id, group: service, zone: at }),
  map(storageServices, (service, at) => { name: 'data-${service}', target: dataStorage.id, group: service, zone: at }),
  [{ name: 'vault', target: vault.id, group: 'vault', zone: 3 }]
)

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zoneNames: {
    name: zone
    location: 'global'
    tags: tags
  }
]

resource zoneLinks 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, at) in zoneNames: {
    parent: zones[at]
    name: networkName
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: virtualNetwork.id }
    }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for link in links: {
    name: '${networkName}-${link.name}'
    location: location
    tags: tags
    properties: {
      subnet: { id: virtualNetwork::endpoints.id }
      privateLinkServiceConnections: [
        { name: link.name, properties: { privateLinkServiceId: link.target, groupIds: [link.group] } }
      ]
    }
  }
]

resource endpointNames 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (link, at) in links: {
    parent: endpoints[at]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: link.group, properties: { privateDnsZoneId: zones[link.zone].id } }]
    }
  }
]
