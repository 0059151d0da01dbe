// The Functions host's own account, apart from the data: neither's load nor loss is the other's.

import { networkType } from '../types.bicep'
import { accountProperties } from 'storage-account.bicep'

param accountName string
param location string
param tags object
param network networkType?

@description('Where the platform keeps the package that it runs.')
param deploymentContainer string

@description('Where Event Grid puts events that it could not deliver.')
param deadLetterContainer string

@description('''
A dead letter names an upload, which the sweep has long taken in; it is kept to find out why it was not delivered.
Deployment packages have no rule: the platform runs the app from the newest, however old it is.
''')
var deadLettersLeaveAfterDays = 90

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: accountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' } // leases, keys and a package: all made anew by the next deployment
  properties: accountProperties(network)

  resource blobs 'blobServices' = {
    name: 'default'

    resource deployments 'containers' = { name: deploymentContainer }
    resource deadLetters 'containers' = { name: deadLetterContainer }
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'dead-letters-leave'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${deadLetterContainer}/'] }
              actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: deadLettersLeaveAfterDays } } }
            }
          }
        ]
      }
    }
    dependsOn: [blobs::deadLetters]
  }
}
