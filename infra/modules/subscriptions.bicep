// Blob events reach their functions by webhook. Deployed second: the webhook's key exists after the app's first start,
// and Event Grid tries the dead-letter container at once, with a role that needs minutes to take effect.

param topicName string
param appName string
param identityName string
param hostStorageName string
param deadLetterContainer string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName
}

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' existing = {
  name: topicName
}

// The function's name stands in the address: a wrong one is answered 202 and loses every event.
var subscriptions = [
  { name: 'exports', container: 'exports', function: 'TakeInExport' }
  { name: 'checklists', container: 'checklists', function: 'TakeInChecklist' }
]

resource uploads 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15' = [
  for subscription in subscriptions: {
    parent: topic
    name: subscription.name
    properties: {
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${subscription.function}&code=${listKeys('${app.id}/host/default', '2024-04-01').systemKeys.blobs_extension}'
        }
      }
      filter: {
        includedEventTypes: ['Microsoft.Storage.BlobCreated']
        subjectBeginsWith: '/blobServices/default/containers/${subscription.container}/'
      }
      retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
      deadLetterWithResourceIdentity: {
        identity: { type: 'UserAssigned', userAssignedIdentity: identity.id }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: { resourceId: hostStorage.id, blobContainerName: deadLetterContainer }
        }
      }
    }
  }
]
