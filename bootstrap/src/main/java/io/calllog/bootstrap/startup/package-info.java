/** What has to be settled before the first request: settings, an administrator, a welcome. */
@NullMarked
package io.calllog.bootstrap.startup;

import org.jspecify.annotations.NullMarked;
