// What each identity may do, where, and why. No other role is given to anyone; tests/Infra.Tests has the list.

param appIdentityName string
param eventsIdentityName string
param hostStorageName string
param deadLetterContainer string
param dataStorageName string
param vaultName string
param applicationInsightsName string

type roleType = {
  @description('Azure\'s id of the built-in role.')
  id: string
  role: string
  why: string
}

var blobOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var queueContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

var appOnHostStorage roleType[] = [
  {
    id: blobOwner
    role: 'Storage Blob Data Owner'
    why: 'The Functions host keeps keys, leases and the deployed package in blobs; AzureWebJobsStorage asks for this role.'
  }
  {
    id: queueContributor
    role: 'Storage Queue Data Contributor'
    why: 'The blob trigger hands events that came by the webhook to its own queue.'
  }
  {
    id: tableContributor
    role: 'Storage Table Data Contributor'
    why: 'The Functions host writes its diagnostic events into a table.'
  }
]

var appOnDataStorage roleType[] = [
  {
    id: blobOwner
    role: 'Storage Blob Data Owner'
    why: 'Exports, journal, ledger, receipts and letters are read and written; the blob trigger asks for this role.'
  }
  {
    id: queueContributor
    role: 'Storage Queue Data Contributor'
    why: 'Letters and mails to write are queued and taken; the blob trigger puts poison messages here.'
  }
  {
    id: tableContributor
    role: 'Storage Table Data Contributor'
    why: 'Registers, figures, reviews and the outbox are tables.'
  }
]

resource appIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: appIdentityName
}

resource eventsIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: eventsIdentityName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = { name: deadLetterContainer }
  }
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataStorageName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource onHostStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for one in appOnHostStorage: {
    name: guid(hostStorage.id, appIdentity.id, one.id)
    scope: hostStorage
    properties: {
      description: '${one.role}: ${one.why}'
      principalId: appIdentity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', one.id)
    }
  }
]

resource onDataStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for one in appOnDataStorage: {
    name: guid(dataStorage.id, appIdentity.id, one.id)
    scope: dataStorage
    properties: {
      description: '${one.role}: ${one.why}'
      principalId: appIdentity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', one.id)
    }
  }
]

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appIdentity.id, secretsUser)
  scope: vault
  properties: {
    description: 'Key Vault Secrets User: Settings refer to the mail password and the keys of pull sources.'
    principalId: appIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource sendsTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(applicationInsights.id, appIdentity.id, metricsPublisher)
  scope: applicationInsights
  properties: {
    description: 'Monitoring Metrics Publisher: Application Insights takes traces, metrics and logs from signed-in senders only.'
    principalId: appIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}

resource writesDeadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hostStorage::blobs::deadLetters.id, eventsIdentity.id, blobContributor)
  scope: hostStorage::blobs::deadLetters
  properties: {
    description: 'Storage Blob Data Contributor: Event Grid puts events that it could not deliver into this one container.'
    principalId: eventsIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributor)
  }
}
