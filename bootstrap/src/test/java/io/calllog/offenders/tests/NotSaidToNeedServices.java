package io.calllog.offenders.tests;

import io.calllog.api.ApiTest;

@ApiTest
class NotSaidToNeedServices {}
