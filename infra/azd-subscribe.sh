#!/bin/sh
# azd's hook after the app was deployed: provisions once more, now with the subscriptions to uploads. Their webhook has a
# key only once the app has started, and a deployment that comes before that fails: so it is tried again.
set -eu

azd env set CCHC_SUBSCRIBE true -e "$AZURE_ENV_NAME"
tries=${CCHC_DEPLOY_TRIES:-20}
while :; do
  azd provision --no-prompt -e "$AZURE_ENV_NAME" && exit 0
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || break
  sleep "${CCHC_DEPLOY_PAUSE:-15}"
done
# The next azd up must not stumble over it before the app has started.
azd env set CCHC_SUBSCRIBE false -e "$AZURE_ENV_NAME"
echo 'Uploads could not be subscribed to; the sweep takes them in meanwhile. Run: azd hooks run postdeploy' >&2
exit 3
