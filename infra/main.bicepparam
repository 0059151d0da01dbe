using 'main.bicep'

param name = 'cchc-hongngu'
param tags = { system: 'cchc' }
