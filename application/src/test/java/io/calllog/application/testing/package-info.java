/**
 * What the fakes and the contracts of the out-ports are made with; also for the adapters' tests.
 */
@NullMarked
package io.calllog.application.testing;

import org.jspecify.annotations.NullMarked;
