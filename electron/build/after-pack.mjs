// Sets the fuses of the packaged Electron: it runs our archive and nothing else, and takes no orders from outside.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion } from '@electron/fuses'

/** The file: protocol's extra rights can be taken away since this major; older ones do not know the fuse. */
const FILE_PROTOCOL_FUSE = 29

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack(context) {
  const { packager, appOutDir } = context
  const major = Number.parseInt(packager.info.framework.version, 10)
  if (packager.platform.name !== 'mac') rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true })
  await packager.addElectronFuses(context, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    ...(major >= FILE_PROTOCOL_FUSE && { [FuseV1Options.GrantFileProtocolExtraPrivileges]: false }),
  })
}
